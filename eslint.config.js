import tseslint from 'typescript-eslint';

// The folders in the order in which data flows; each may import only from itself and from those before it.
const FLOW = ['theory', 'numerics', 'proofs-check', 'reports', 'cli'];

const importDirection = FLOW.map((folder, k) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: FLOW.slice(k + 1).map((later) => ({
          group: [`**/${later}/**`],
          message: `${folder}/ must not import from ${later}/: data flows ${FLOW.join(' → ')}.`,
        })),
      },
    ],
  },
}));

// What is published may take from everything but reports and the command line.
importDirection.push({ ...importDirection[FLOW.indexOf('proofs-check')], files: ['api/**/*.ts'] });

const notReproducible = [
  {
    selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
    message: '** differs by an ulp between Node versions: multiply, or use Math.sqrt, Math.exp, Math.log.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name=/^(pow|random)$/]",
    message: 'Math.pow differs between Node versions and Math.random has no seed: use numerics/random.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'theorem-report', 'node_modules'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...notReproducible],
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  ...importDirection,
);
