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

/** What turns text into code or commands. The systems of computer algebra do so inside, behind theory/cas. */
const noExecution = {
  'no-eval': 'error',
  'no-implied-eval': 'off',
  '@typescript-eslint/no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-script-url': 'error',
};
const noProcesses = FLOW.map((folder) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: ['child_process', 'node:child_process', 'vm', 'node:vm', 'cluster', 'node:cluster'].map(
          (name) => ({
            name,
            message: 'No text of a user may reach a shell or be run as code.',
          }),
        ),
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'theorem-report', 'node_modules'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', ...notReproducible],
      ...noExecution,
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  ...importDirection,
  ...noProcesses,
);
