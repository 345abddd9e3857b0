/** Jest runs the TypeScript sources as native ES modules; type errors are tsc's business (npm run typecheck). */
export default {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: 'node',
  // generous: these machines are shared, and a hang should fail, not a busy hour
  testTimeout: 60_000,
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/tests/support/plainReporter.js'],
};
