import { expect, it } from 'vitest';
import { foreignLanguage } from '../../src/grading/language.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { readText } from '../../src/grading/words.ts';
import { collision, request } from './examples.ts';

it.each([
  ['German', 'Eine Kollision entsteht, wenn zwei verschiedene Schlüssel auf denselben Platz fallen, und dann sucht man den nächsten freien.'],
  ['French', 'Une collision se produit quand deux clés différentes tombent dans la même case, et il faut chercher la suivante.'],
  ['Spanish', 'Una colisión ocurre cuando dos claves diferentes caen en la misma posición y hay que buscar otra libre.'],
  ['Finnish', 'Törmäys syntyy, kun kaksi eri avainta osuu samaan paikkaan, jolloin etsitään seuraava vapaa paikka taulukosta.'],
  ['Russian', 'Коллизия возникает, когда два разных ключа попадают в одну корзину.'],
  ['Chinese', '两个不同的键映射到同一个桶时就会发生冲突。'],
])('leaves an answer in %s ungraded, with its reason', (_, answer) => {
  const evaluation = gradeOffline(request(collision, answer));
  expect(evaluation).toMatchObject({ status: 'ungraded', score: null, flags: ['language'] });
  expect(evaluation.feedback).toMatch(/not in English/);
});

it.each([
  ['code', 'const map = new Map(); map.set(key, value); if (map.has(key)) { return map.get(key); }'],
  ['terse notes', 'collision: 2 keys same bucket; chaining / linear probing; O(n) worst'],
  ['names of things', 'Kafka Redis PostgreSQL Kubernetes Terraform Prometheus Grafana Jenkins Ansible'],
  ['typing errors', 'to keys hsah to teh smae bukcet so you kepe a likned list ther'],
  ['letters at random', 'asdf jklk qwrtz xcvbn fghjk dfghj qwrt zxcv bnmn'],
  ['English with a foreign name', 'I worked at Deutsche Bahn und Post with the team in Köln on the booking system.'],
])('takes %s for no other language', (_, answer) => {
  expect(foreignLanguage(readText(answer), () => new Set())).toBeUndefined();
});
