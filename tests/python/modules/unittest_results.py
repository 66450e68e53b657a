"""A program's own results and runners; warnings and logs that tests expect; how values are compared."""
import logging
import unittest
import warnings


class Told(unittest.TestResult):
    def addSuccess(self, test):
        super().addSuccess(test)
        print('good', test.id())

    def addFailure(self, test, err):
        super().addFailure(test, err)
        print('fail', test.id(), err[0].__name__, str(err[1]).split('\n')[0])

    def addError(self, test, err):
        super().addError(test, err)
        print('error', test.id(), err[0].__name__, err[1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            print('part', subtest.id(), err[0].__name__, err[1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        print('skip', test.id(), reason)


class Point:
    def __init__(self, x):
        self.x = x


class Context:
    def __enter__(self):
        print('enter')
        return 5

    def __exit__(self, *details):
        print('leave', details)


def old(x):
    warnings.warn(f'old {x}', DeprecationWarning)
    return x


class Tests(unittest.TestCase):
    def test_a_warning(self):
        with self.assertWarns(DeprecationWarning) as told:
            old(1)
        print(told.warning, len(told.warnings))
        self.assertWarns(DeprecationWarning, old, 2)
        with self.assertWarnsRegex(DeprecationWarning, r'old \d'):
            old(3)

    def test_b_no_warning(self):
        with self.assertWarns(UserWarning):
            pass

    def test_c_other_warning(self):
        self.assertWarnsRegex(DeprecationWarning, 'new', old, 4)

    def test_d_logs(self):
        with self.assertLogs('mine', level='INFO') as told:
            logging.getLogger('mine').info('first %d', 1)
            logging.getLogger('mine').error('second')
            logging.getLogger('mine').debug('never')
        print(told.output, [r.getMessage() for r in told.records])

    def test_e_no_logs(self):
        with self.assertLogs():
            pass

    def test_f_some_logs(self):
        with self.assertNoLogs('mine'):
            logging.getLogger('mine').warning('there')

    def test_g_context(self):
        self.assertEqual(self.enterContext(Context()), 5)

    def test_h_parts(self):
        for i in range(3):
            with self.subTest('even', i=i):
                self.assertEqual(i % 2, 0)

    def test_i_own_equality(self):
        def same(a, b, msg=None):
            if a.x != b.x:
                raise self.failureException(f'{a.x} is not {b.x}')
        self.addTypeEqualityFunc(Point, same)
        self.assertEqual(Point(1), Point(1))
        self.assertEqual(Point(1), Point(2))

    def test_j_error(self):
        {}['x']

    @unittest.skip('later')
    def test_k_skipped(self):
        pass

    @unittest.expectedFailure
    def test_l_expected(self):
        self.fail('so')


result = Told()
unittest.defaultTestLoader.loadTestsFromTestCase(Tests).run(result)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures),
      result.wasSuccessful())
try:
    Tests('test_j_error').debug()
except KeyError as error:
    print('debug', error)
