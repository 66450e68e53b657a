# unittest: what a run reports, and the messages of assertions.
import io
import re
import unittest


class T(unittest.TestCase):
    def setUp(self):
        self.x = [1, 2]

    def test_ok(self):
        self.assertEqual(self.x, [1, 2])
        self.assertIn(1, self.x)
        self.assertTrue(1)
        self.assertAlmostEqual(0.1+0.2, 0.3)

    def test_raises(self):
        with self.assertRaises(ZeroDivisionError) as c:
            1 / 0
        self.assertEqual(str(c.exception), 'division by zero')
        with self.assertRaisesRegex(ValueError, 'invalid'):
            int('x')
        self.assertRaises(KeyError, {}.__getitem__, 1)

    def test_fail(self):
        self.assertEqual(1, 2, 'message')

    def test_error(self):
        {}['x']

    @unittest.skip('why')
    def test_skip(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail('x')

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertLess(i, 2)

    def test_messages(self):
        for f, a in ((self.assertEqual, (1, 2)), (self.assertTrue, (0,)), (self.assertIs, (1, 2)),
                     (self.assertIsNone, (3,)), (self.assertIn, (1, [2])), (self.assertGreater, (1, 2)),
                     (self.assertAlmostEqual, (1.0, 1.1)), (self.assertIsInstance, (1, str)),
                     (self.assertNotEqual, (1, 1)), (self.assertRegex, ('a', 'b')), (self.assertFalse, (5,)),
                     (self.assertRaises, (ValueError, int, '5'))):
            try:
                f(*a)
            except AssertionError as e:
                print(e)


out = io.StringIO()
r = unittest.TextTestRunner(stream=out, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
print(re.sub(r'in \d.\d+s', 'in a moment', re.sub(r'File ".*/', 'File "', out.getvalue())))
print(r.testsRun, len(r.failures), r.wasSuccessful())
unittest.main()
