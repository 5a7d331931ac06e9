const at = (row: readonly number[], index: number): number => row[index] ?? 0;

/** Solves a symmetric positive system of equations by Gauss-Jordan elimination. */
export function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, at(right, index)]);
  rows.forEach((_, column) => {
    const pivot = rows[column] ?? [];
    rows.forEach((row, index) => {
      if (index === column) return;
      const factor = at(row, column) / at(pivot, column);
      for (let cell = column; cell < row.length; cell++) row[cell] = at(row, cell) - factor * at(pivot, cell);
    });
  });
  return rows.map((row, index) => at(row, rows.length) / at(row, index));
}

/** Ridge regression without intercept: weights that minimise the squared error plus `lambda` a row times their squares. */
export function ridge(rows: readonly number[][], targets: readonly number[], lambda: number, weights?: readonly number[]): number[] {
  const size = rows[0]?.length ?? 0;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  let total = 0;
  rows.forEach((row, index) => {
    const weight = weights?.[index] ?? 1;
    total += weight;
    for (let i = 0; i < size; i++) {
      right[i] = at(right, i) + weight * at(row, i) * at(targets, index);
      const line = matrix[i] ?? [];
      for (let j = 0; j < size; j++) line[j] = at(line, j) + weight * at(row, i) * at(row, j);
    }
  });
  matrix.forEach((line, index) => (line[index] = at(line, index) + lambda * total));
  return solve(matrix, right);
}
