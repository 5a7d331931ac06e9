import { Box, Text } from 'ink';
import { type Line } from '../lines.ts';
import { STYLES } from '../theme.ts';

/** Lines as they are, one row each: what is too long is cut, never folded. */
export function Rows({ lines }: { lines: Line[] }) {
  return (
    <Box flexDirection="column">
      {lines.map((pieces, row) => (
        <Text key={row} wrap="truncate-end">
          {pieces.length === 0 ? ' ' : pieces.map(({ text, tone = 'plain' }, index) => <Text key={index} {...STYLES[tone]}>{text}</Text>)}
        </Text>
      ))}
    </Box>
  );
}
