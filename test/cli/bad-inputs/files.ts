import { bad, badAlone, DATA, predict, train, type BadInput } from './case.js';

/** What a path can lead to instead of a small text file. */
export const files: readonly BadInput[] = [
  badAlone(predict('a-pipe'), /a-pipe: is empty; expected a header line/),
  badAlone(predict('/dev/zero'), /\/dev\/zero: larger than 67108864 bytes; expected a smaller file/),
  bad(predict('/dev/full'), /\/dev\/full: larger than 67108864 bytes/),
  bad(predict('/dev/null'), /\/dev\/null: is empty; expected a header/),
  bad(predict('a-link-to-nowhere'), /a-link-to-nowhere: no such file; check the path/),
  bad(predict('a-link-to-itself'), /a-link-to-itself: .*; check the path/),
  bad(predict(''), /"": no such file; check the path/),
  bad(predict('x'.repeat(5000)), /"x{120}…": the path is too long; check it/),
  bad(predict('good.csv/x'), /good\.csv\/x: a part of the path is not a folder/),
  bad(predict('/proc/self/mem'), /\/proc\/self\/mem: .*; check the path/),
  bad(predict('latin-1.csv'), /latin-1\.csv:1: holds bytes that are not UTF-8.*save it as such/),
  bad(predict('latin-1-below.csv'), /latin-1-below\.csv:3: holds bytes that are not UTF-8/),
  bad(predict('utf-16.csv'), /utf-16\.csv:1: holds bytes that are not UTF-8/),
  bad(predict('utf-16-no-mark.csv'), /utf-16-no-mark\.csv: holds NUL characters; expected UTF-8 text/),
  bad(predict('nul.csv'), /nul\.csv: holds NUL characters/),
  bad(predict('gzip.csv'), /gzip\.csv:1: holds bytes that are not UTF-8/),
  bad(predict('mark-only.csv'), /mark-only\.csv: is empty/),
  bad(predict('blank-lines.csv'), /blank-lines\.csv: is empty/),
  badAlone(predict('long-line.csv'), /long-line\.csv:2: a line has more than 1048576 characters/),
  bad(predict('long-number.csv'), /long-number\.csv:2: column "x" holds "1{120}…"; expected a finite number/),
  bad(predict('long-name.csv'), /long-name\.csv:1: the name of column 1 has 900000 characters.*shorten it/),
  bad(
    predict('many-lines.csv'),
    /many-lines\.csv: 3000001 lines; expected at most 1000000: thin the data out/,
  ),
  bad(
    predict('good.csv', '--at', 'many-lines.csv'),
    /many-lines\.csv: 3000001 lines; expected at most 1000000/,
  ),
  bad(predict('many-columns.csv'), /many-columns\.csv:1: 100001 columns; expected at most 1000/),
  bad(predict('many-inputs.csv'), /many-inputs\.csv: 500 inputs; expected at most 100/),
  bad(
    predict('many-points.csv', '--limit', 'raw'),
    /3000 points, and the raw limit solves with a kernel matrix of at most 2000; thin/,
  ),
  bad(
    train('many-points.csv'),
    /many-points\.csv: 3000 points, and the default learning rate.*give --learning-rate/,
  ),
  bad(
    train('many-points.csv', '--learning-rate', '1e-9', '--adjust', 'gls'),
    /3000 points, and generalized least squares.*ordinary ones/,
  ),
  bad(['design', '--table', 'a-pipe'], /a-pipe: is empty/),
  bad(['design', '--table', 'gzip.csv'], /gzip\.csv:1: holds bytes that are not UTF-8/),
  bad([...predict('good.csv').slice(0, -1), 'designed(table=a-pipe)'], /a-pipe: is empty/),
  bad([...predict('good.csv').slice(0, -1), 'designed(table=../none.csv)'], /\.\.\/none\.csv: no such file/),
  bad(
    ['train', ...DATA, '--initial-parameters', 'a-pipe'],
    /a-pipe: Unexpected end of JSON input; expected JSON/,
  ),
];
