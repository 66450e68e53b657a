"""Tests as classes: TestCase, its assertions, and a runner that reports as CPython's does."""
import re
import sys
import time
import traceback
from collections import Counter as _Counter
from pprint import pformat as _pformat

__all__ = ['TestCase', 'TestSuite', 'TestLoader', 'TestResult', 'TextTestRunner', 'TextTestResult', 'main', 'skip',
           'skipIf', 'skipUnless', 'expectedFailure', 'SkipTest', 'defaultTestLoader']


class SkipTest(Exception):
    """Raise this exception in a test to skip it."""


def skip(reason):
    """Unconditionally skip a test."""
    def mark(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ''
        return mark(item)
    return mark


def skipIf(condition, reason):
    """Skip a test if the condition is true."""
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    """Skip a test unless the condition is true."""
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    """The test is expected to fail."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


class _Raises:
    """The context of assertRaises and assertRaisesRegex."""

    def __init__(self, case, expected, pattern=None, message=None):
        self.case, self.expected, self.pattern, self.message = case, expected, pattern, message
        self.function = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
            by = f' by {self.function.__name__}' if hasattr(self.function, '__name__') else ''
            self.case._fail(self.message, f"{', '.join(k.__name__ for k in kinds)} not raised{by}")
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.pattern is not None and not re.search(self.pattern, str(value)):
            pattern = getattr(self.pattern, 'pattern', self.pattern)
            self.case._fail(self.message, f'"{pattern}" does not match "{value}"')
        return True


class _Warns(_Raises):
    """The context of assertWarns and assertWarnsRegex."""

    def __enter__(self):
        import warnings
        self.recorder = warnings.catch_warnings(record=True)
        self.warnings = self.recorder.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, value, tb):
        self.recorder.__exit__(kind, value, tb)
        if kind is not None:
            return False
        found = [w for w in self.warnings if isinstance(w.message, self.expected)]
        for w in found:
            if self.pattern is None or re.search(self.pattern, str(w.message)):
                self.warning, self.filename, self.lineno = w.message, w.filename, w.lineno
                return False
        if found:
            pattern = getattr(self.pattern, 'pattern', self.pattern)
            self.case._fail(self.message, f'"{pattern}" does not match "{found[0].message}"')
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        by = f' by {self.function.__name__}' if hasattr(self.function, '__name__') else ''
        self.case._fail(self.message, f"{', '.join(k.__name__ for k in kinds)} not triggered{by}")


class _Logs:
    """The context of assertLogs and assertNoLogs: a logger's records are kept instead of shown."""

    def __init__(self, case, logger, level, wanted):
        import logging
        self.case, self.wanted = case, wanted
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging.INFO if level is None else level if isinstance(level, int) else getattr(logging, level)
        self.records, self.output = [], []

    def __enter__(self):
        import logging
        watcher, formatter = self, logging.Formatter('%(levelname)s:%(name)s:%(message)s')

        class Keeper(logging.Handler):
            def handle(self, record):
                if record.levelno >= watcher.level:
                    watcher.records.append(record)
                    watcher.output.append(formatter.format(record))

        logger = self.logger
        self.before = logger.handlers, logger.level, logger.propagate
        logger.handlers, logger.propagate = [Keeper()], False
        logger.setLevel(self.level)
        return self

    def __exit__(self, kind, value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if kind is not None or bool(self.records) == self.wanted:
            return False
        name = logging.getLevelName(self.level)
        self.case._fail(None, f'no logs of level {name} or higher triggered on {self.logger.name}' if self.wanted
                        else f'Unexpected logs found: {self.output!r}')


class _SubTest:
    def __init__(self, case, message, params):
        self.case, self.message, self.params = case, message, params

    def id(self):
        return f'{self.case.id()} {self.told()}'

    def shortDescription(self):
        return self.case.shortDescription()

    def __str__(self):
        return f'{self.case} {self.told()}'

    def told(self):
        parts = [f'[{self.message}]'] if self.message else []
        if self.params:
            parts.append('(%s)' % ', '.join(f'{name}={value!r}' for name, value in self.params.items()))
        return ' '.join(parts) or '(<subtest>)'

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None or issubclass(kind, (SkipTest, KeyboardInterrupt)):
            return False
        self.case._problems.append((self, value))
        return True


class TestCase:
    """A class whose methods named test... are tests."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        if methodName != 'runTest' and not hasattr(self, methodName):
            raise ValueError(f'no such test method in {type(self)}: {methodName}')
        self._testMethodDoc = getattr(getattr(self, methodName, None), '__doc__', None)
        self._cleanups, self._problems, self._equality = [], [], {}

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def id(self):
        return f'{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}'

    def shortDescription(self):
        return self._testMethodDoc.strip().split('\n')[0].strip() if self._testMethodDoc else None

    def __str__(self):
        return f'{self._testMethodName} ({self.id()})'

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>'

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def enterContext(self, cm):
        """Enters a context that is left when the test is over."""
        result = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    def addTypeEqualityFunc(self, typeobj, function):
        """Says how two objects of exactly that type are compared by assertEqual."""
        self._equality[typeobj] = function

    def defaultTestResult(self):
        return TestResult()

    def debug(self):
        """Runs the test, and lets pass what it raises."""
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def run(self, result=None):
        result = result or TestResult()
        method = getattr(self, self._testMethodName)
        result.startTest(self)
        try:
            for item in (type(self), method):
                if getattr(item, '__unittest_skip__', False):
                    result.addSkip(self, item.__unittest_skip_why__)
                    return result
            self._run(result, method)
        finally:
            result.stopTest(self)
        return result

    __call__ = run

    def _attempt(self, function):
        "Runs a part of the test; true unless it fails."
        try:
            function()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self._problems.append((None, error))
            return False
        return True

    def _run(self, result, method):
        self._problems = []
        if self._attempt(self.setUp):
            self._attempt(method)
            self._attempt(self.tearDown)
        self._attempt(self.doCleanups)
        expecting = getattr(method, '__unittest_expecting_failure__', False)
        if not self._problems:
            (result.addUnexpectedSuccess if expecting else result.addSuccess)(self)
        for part, error in self._problems:
            info = type(error), error, error.__traceback__
            if isinstance(error, SkipTest):
                result.addSkip(self, str(error))
            elif expecting:
                result.addExpectedFailure(self, info)
            elif part is not None:
                result.addSubTest(self, part, info)
            else:
                (result.addFailure if isinstance(error, self.failureException) else result.addError)(self, info)

    # ---- assertions ----

    def _fail(self, message, standard):
        if not self.longMessage:
            standard = message or standard
        elif message is not None:
            standard = f'{standard} : {message}'
        raise self.failureException(standard)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f'{expr!r} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f'{expr!r} is not false')

    def assertEqual(self, first, second, msg=None):
        compare = self._equality.get(type(first)) if type(first) is type(second) else None
        if compare is not None:
            compare = getattr(self, compare) if isinstance(compare, str) else compare
            compare(first, second, msg=msg)
        elif not first == second:
            self._fail(msg, self._difference(first, second))

    def _difference(self, first, second):
        "How two values differ: for sequences the first item that does, and both texts line by line."
        text = f'{first!r} != {second!r}'
        if type(first) is not type(second) or not isinstance(first, (list, tuple, dict, set, frozenset, str)):
            return text
        if isinstance(first, str):
            a, b = first.splitlines(), second.splitlines()
        else:
            a, b = _pformat(first).splitlines(), _pformat(second).splitlines()
        if isinstance(first, (list, tuple)):
            text = f'{"Lists" if isinstance(first, list) else "Tuples"} differ: {text}\n' + self._first_difference(
                first, second)
        elif isinstance(first, (set, frozenset)):
            return '\n'.join(line for name, only in (('first', first - second), ('second', second - first)) if only
                             for line in [f'Items in the {name} set but not the '
                                          f'{"second" if name == "first" else "first"}:', *map(repr, only)])
        return text + '\n' + '\n'.join(['- ' + line for line in a if line not in b] +
                                       ['+ ' + line for line in b if line not in a])

    @staticmethod
    def _first_difference(first, second):
        kind = 'list' if isinstance(first, list) else 'tuple'
        for i, (x, y) in enumerate(zip(first, second)):
            if x != y:
                return f'\nFirst differing element {i}:\n{x!r}\n{y!r}\n'
        longer, rest = ('First', first) if len(first) > len(second) else ('Second', second)
        short = min(len(first), len(second))
        return (f'\n{longer} {kind} contains {len(rest) - short} additional elements.\n'
                f'First extra element {short}:\n{rest[short]!r}\n')

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{first!r} == {second!r}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f'{expr1!r} is not {expr2!r}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f'unexpectedly identical: {expr1!r}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{obj!r} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{member!r} not found in {container!r}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{member!r} unexpectedly found in {container!r}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f'{obj!r} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f'{obj!r} is an instance of {cls!r}')

    def _order(self, holds, a, b, words, msg):
        if not holds:
            self._fail(msg, f'{a!r} not {words} {b!r}')

    def assertLess(self, a, b, msg=None):
        self._order(a < b, a, b, 'less than', msg)

    def assertLessEqual(self, a, b, msg=None):
        self._order(a <= b, a, b, 'less than or equal to', msg)

    def assertGreater(self, a, b, msg=None):
        self._order(a > b, a, b, 'greater than', msg)

    def assertGreaterEqual(self, a, b, msg=None):
        self._order(a >= b, a, b, 'greater than or equal to', msg)

    @staticmethod
    def _almost(first, second, places, delta):
        if places is not None and delta is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, f'within {delta!r} delta ({difference!r} difference)'
        places = 7 if places is None else places
        return round(difference, places) == 0, f'within {places!r} places ({difference!r} difference)'

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        close, words = self._almost(first, second, places, delta)
        if not close:
            self._fail(msg, f'{first!r} != {second!r} {words}')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        close, words = self._almost(first, second, places, delta)
        if close or first == second:
            self._fail(msg, f'{first!r} == {second!r} {words.partition(" (")[0]}')

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertMultiLineEqual = assertEqual
    assertSequenceEqual = assertEqual

    def assertCountEqual(self, first, second, msg=None):
        a, b = _Counter(first), _Counter(second)
        if a != b:
            lines = [f'First has {a[item]}, Second has {b[item]}:  {item!r}' for item in {**a, **b}
                     if a[item] != b[item]]
            self._fail(msg, 'Element counts were not equal:\n' + '\n'.join(lines))

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = re.compile(expected_regex)
        if not pattern.search(text):
            self._fail(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        found = re.search(unexpected_regex, text)
        if found:
            self._fail(msg, f'Regex matched: {found[0]!r} matches {found.re.pattern!r} in {text!r}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _Raises(self, expected_exception, message=kwargs.pop('msg', None) if not args else None)
        if not args:
            return context
        context.function = args[0]
        with context:
            args[0](*args[1:], **kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _Raises(self, expected_exception, expected_regex, kwargs.pop('msg', None) if not args else None)
        if not args:
            return context
        context.function = args[0]
        with context:
            args[0](*args[1:], **kwargs)


    def assertWarns(self, expected_warning, *args, **kwargs):
        return self._warns(_Warns(self, expected_warning, message=kwargs.pop('msg', None)), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return self._warns(_Warns(self, expected_warning, expected_regex, kwargs.pop('msg', None)), args, kwargs)

    def _warns(self, context, args, kwargs):
        if not args:
            return context
        context.function = args[0]
        with context:
            args[0](*args[1:], **kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)


class TestResult:
    """What came of tests."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun, self.shouldStop, self.failfast = 0, False, False

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def stop(self):
        self.shouldStop = True

    @staticmethod
    def _text(error):
        lines = traceback.format_exception(error[1])
        return ''.join(line for line in lines if not line.startswith('  File "<library'))

    def _note(self, place, test, error):
        place.append((test, self._text(error)))
        self.shouldStop = self.shouldStop or self.failfast

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def addSuccess(self, test):
        pass

    def addFailure(self, test, err):
        self._note(self.failures, test, err)

    def addError(self, test, err):
        self._note(self.errors, test, err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._note(self.failures if issubclass(err[0], test.failureException) else self.errors, subtest, err)

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)


def _told(name, sign, words):
    "A method of TextTestResult that also says what it notes: a sign, or words where there is room."
    def method(self, test, *rest):
        getattr(TestResult, name)(self, test, *rest)
        text = words.format(*rest) if '{' in words else words
        self.stream.write(text + '\n' if self.showAll else sign)
    return method


class TextTestResult(TestResult):
    """The result that a TextTestRunner shows as it grows."""

    def __init__(self, stream, descriptions, verbosity):
        super().__init__()
        self.stream, self.showAll, self.dots = stream, verbosity > 1, verbosity == 1
        if not verbosity:
            import io
            self.stream = io.StringIO()

    def getDescription(self, test):
        short = test.shortDescription() if isinstance(test, TestCase) else None
        return f'{test}\n{short}' if short else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + ' ... ')

    addSuccess = _told('addSuccess', '.', 'ok')
    addFailure = _told('addFailure', 'F', 'FAIL')
    addError = _told('addError', 'E', 'ERROR')
    addSkip = _told('addSkip', 's', 'skipped {0!r}')
    addExpectedFailure = _told('addExpectedFailure', 'x', 'expected failure')
    addUnexpectedSuccess = _told('addUnexpectedSuccess', 'u', 'unexpected success')

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        failed = issubclass(err[0], test.failureException)
        if self.showAll:
            self.stream.write(f'\n  {subtest} ... {"FAIL" if failed else "ERROR"}\n')
        else:
            self.stream.write('F' if failed else 'E')

    def printErrors(self, stream):
        stream.write('\n')
        for kind, notes in (('ERROR', self.errors), ('FAIL', self.failures)):
            for test, text in notes:
                stream.write(f'{"=" * 70}\n{kind}: {self.getDescription(test)}\n{"-" * 70}\n{text}\n')


class TestSuite:
    """Tests that run one after another."""

    def __init__(self, tests=()):
        self._tests = list(tests)

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test.run(result)
        return result

    __call__ = run

    def __repr__(self):
        return f'<unittest.suite.TestSuite tests={self._tests}>'


class _ClassSuite(TestSuite):
    """The tests of one class, with what is to be done before and after all of them."""

    def __init__(self, cls, tests):
        super().__init__(tests)
        self.cls = cls

    def run(self, result):
        if not self._tests:
            return result
        try:
            self.cls.setUpClass()
        except SkipTest as reason:
            result.addSkip(f'setUpClass ({self.cls.__module__}.{self.cls.__qualname__})', str(reason))
            return result
        except Exception as error:
            result.addError(f'setUpClass ({self.cls.__module__}.{self.cls.__qualname__})',
                            (type(error), error, error.__traceback__))
            return result
        super().run(result)
        try:
            self.cls.tearDownClass()
        except Exception as error:
            result.addError(f'tearDownClass ({self.cls.__module__}.{self.cls.__qualname__})',
                            (type(error), error, error.__traceback__))
        return result


class TestLoader:
    """Finds tests."""

    testMethodPrefix = 'test'

    def getTestCaseNames(self, testCaseClass):
        return sorted(name for name in dir(testCaseClass)
                      if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name)))

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return _ClassSuite(testCaseClass, map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        return TestSuite(self.loadTestsFromTestCase(getattr(module, name)) for name in dir(module)
                         if isinstance(getattr(module, name), type) and issubclass(getattr(module, name), TestCase)
                         and getattr(module, name) is not TestCase)

    def loadTestsFromName(self, name, module=None):
        cls, _, method = name.partition('.')
        cls = getattr(module, cls)
        return TestSuite([cls(method)]) if method else self.loadTestsFromTestCase(cls)


defaultTestLoader = TestLoader()


class TextTestRunner:
    """Runs tests and reports on sys.stderr."""

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        self.stream, self.verbosity, self.failfast = sys.stderr if stream is None else stream, verbosity, failfast
        self.resultclass = resultclass or TextTestResult

    def run(self, test):
        result = self.resultclass(self.stream, True, self.verbosity)
        result.failfast = self.failfast
        start = time.perf_counter()
        if hasattr(result, 'startTestRun'):
            result.startTestRun()
        test(result)
        if hasattr(result, 'stopTestRun'):
            result.stopTestRun()
        taken = time.perf_counter() - start
        write = self.stream.write
        if hasattr(result, 'printErrors'):
            result.printErrors(self.stream)
        write('-' * 70 + '\n')
        write('Ran %d test%s in %.3fs\n\n' % (result.testsRun, '' if result.testsRun == 1 else 's', taken))
        counts = [('failures', result.failures), ('errors', result.errors), ('skipped', result.skipped),
                  ('expected failures', result.expectedFailures),
                  ('unexpected successes', result.unexpectedSuccesses)]
        told = ', '.join(f'{name}={len(items)}' for name, items in counts if items)
        write(('OK' if result.wasSuccessful() else 'FAILED') + (f' ({told})' if told else '') + '\n')
        return result


class main:
    """Runs the tests of a module, the program itself if none is named, and ends the program."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, **more):
        module = sys.modules[module] if isinstance(module, str) else module
        words = list(sys.argv if argv is None else argv)[1:]
        names = [word for word in words if not word.startswith('-')]
        if '-v' in words or '--verbose' in words:
            verbosity = 2
        if '-q' in words or '--quiet' in words:
            verbosity = 0
        names = names or ([defaultTest] if isinstance(defaultTest, str) else defaultTest)
        if names:
            suite = TestSuite(testLoader.loadTestsFromName(name, module) for name in names)
        else:
            suite = testLoader.loadTestsFromModule(module)
        runner = testRunner or TextTestRunner(verbosity=verbosity, failfast=bool(failfast))
        self.result = (runner() if isinstance(runner, type) else runner).run(suite)
        if exit:
            sys.exit(not self.result.wasSuccessful())


TestProgram = main
