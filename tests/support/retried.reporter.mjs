/** Names at the end of a run the tests that passed only when they were tried once more. */
export default class RetriedReporter {
  onRunComplete(_contexts, { testResults }) {
    const retried = testResults.flatMap(({ testResults: tests }) =>
      tests.filter(({ invocations, status }) => invocations > 1 && status === 'passed')
    );
    if (retried.length === 0) return;
    console.log(`\nPassed only when tried once more (${String(retried.length)}):`);
    for (const { fullName } of retried) console.log(`  ${fullName}`);
  }
}
