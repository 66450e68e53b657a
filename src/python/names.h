/* The names that the interpreter itself looks up, interned once when a Vm starts: name_of(vm, init) is the str
 * "__init__". D(x) is the special name __x__, N(x) the plain name x. */
#ifndef REFARROWS_PYTHON_NAMES_H
#define REFARROWS_PYTHON_NAMES_H

#define INTERNED_NAMES(D, N) \
    D(abs) D(add) D(aenter) D(aexit) D(aiter) D(all) D(and) D(anext) D(annotations) D(args) D(await) D(bases) D(bool) \
    D(build_class) D(builtins) D(bytes) D(call) D(cause) D(ceil) D(class) D(class_getitem) D(classcell) D(code) \
    D(complex) D(contains) D(context) D(copy) D(deepcopy) D(defaults) D(del) D(delattr) D(delete) D(delitem) D(dict) \
    D(dir) D(divmod) D(doc) D(enter) D(eq) D(exit) D(file) D(float) D(floor) D(floordiv) D(format) D(func) D(ge) \
    D(get) D(getattr) D(getattribute) D(getitem) D(getstate) D(globals) D(gt) D(hash) D(iadd) D(iand) D(ifloordiv) \
    D(ilshift) D(imatmul) D(imod) D(import) D(imul) D(index) D(init) D(init_subclass) D(instancecheck) D(int) D(invert) \
    D(ior) D(ipow) D(irshift) D(isub) D(iter) D(itruediv) D(ixor) D(kwdefaults) D(le) D(len) D(length_hint) D(loader) \
    D(lshift) D(lt) D(main) D(match_args) D(matmul) D(missing) D(mod) D(module) D(mro_entries) D(mul) D(name) D(ne) \
    D(neg) D(new) D(next) D(notes) D(or) D(package) D(pos) D(pow) D(prepare) D(qualname) D(radd) D(rand) D(rdivmod) \
    D(reduce) D(reduce_ex) D(repr) D(reversed) D(rfloordiv) D(rlshift) D(rmatmul) D(rmod) D(rmul) D(ror) D(round) \
    D(rpow) D(rrshift) D(rshift) D(rsub) D(rtruediv) D(rxor) D(self) D(set) D(set_name) D(setattr) D(setitem) \
    D(sizeof) D(slots) D(spec) D(str) D(sub) D(subclasscheck) D(subclasshook) D(suppress_context) D(traceback) \
    D(truediv) D(trunc) D(weakref) D(wrapped) D(xor) D(closure) D(mro) D(objclass) D(origin) D(parameters) D(path) \
    D(post_init) D(abstractmethods) D(isabstractmethod) D(text_signature) D(debug) D(dictoffset) D(basicsize) \
    N(append) N(close) N(copy) N(default) N(encoding) N(end) N(errors) N(extend) N(fget) N(file) N(filename) N(flush) \
    N(get) N(imag) N(items) N(join) N(key) N(keys) N(lineno) N(maxsplit) N(metaclass) N(msg) N(name) N(obj) N(offset) \
    N(print_file_and_line) N(real) N(reverse) N(send) N(sep) N(start) N(step) N(stop) N(strict) N(text) N(throw) \
    N(update) N(value) N(values) N(write) N(mro) N(end_lineno) N(end_offset) N(path) N(_) N(stdout) N(stderr) N(stdin)

typedef enum NameId {
#define D(x) NAME_##x,
#define N(x) NAME_plain_##x,
    INTERNED_NAMES(D, N)
#undef D
#undef N
    NAME_COUNT
} NameId;

#endif
