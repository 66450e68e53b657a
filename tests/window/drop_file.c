/* Drops a file on a window as a file manager does: the protocol XDND, version 5, from the side of who drags.
 * Arguments: the window's number, the file's URI. Needs nothing but Xlib. */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Drag {
    Display *display;
    Window source, target;
    const char *uri;
} Drag;

static Atom atom(const Drag *drag, const char *name)
{
    return XInternAtom(drag->display, name, False);
}

static void tell(const Drag *drag, const char *what, long a, long b, long c, long d)
{
    XEvent event = {.xclient = {.type = ClientMessage, .display = drag->display, .window = drag->target,
                                .message_type = atom(drag, what), .format = 32}};
    event.xclient.data.l[0] = (long)drag->source;
    event.xclient.data.l[1] = a;
    event.xclient.data.l[2] = b;
    event.xclient.data.l[3] = c;
    event.xclient.data.l[4] = d;
    XSendEvent(drag->display, drag->target, False, NoEventMask, &event);
    XFlush(drag->display);
}

/* The target asks what is dropped. */
static void answer(const Drag *drag, const XSelectionRequestEvent *request)
{
    XEvent event = {.xselection = {.type = SelectionNotify, .requestor = request->requestor,
                                   .selection = request->selection, .target = request->target,
                                   .property = request->property, .time = request->time}};
    XChangeProperty(drag->display, request->requestor, request->property, request->target, 8, PropModeReplace,
                    (const unsigned char *)drag->uri, (int)strlen(drag->uri));
    XSendEvent(drag->display, request->requestor, False, NoEventMask, &event);
    XFlush(drag->display);
}

int main(int count, char **words)
{
    XEvent event;
    Drag drag = {.display = XOpenDisplay(NULL)};
    if (!drag.display || count != 3)
        return 1;
    drag.target = strtoul(words[1], NULL, 0);
    drag.uri = words[2];
    drag.source = XCreateSimpleWindow(drag.display, DefaultRootWindow(drag.display), 0, 0, 1, 1, 0, 0, 0);
    XSetSelectionOwner(drag.display, atom(&drag, "XdndSelection"), drag.source, CurrentTime);
    tell(&drag, "XdndEnter", 5L << 24, (long)atom(&drag, "text/uri-list"), 0, 0);
    tell(&drag, "XdndPosition", 0, 100L << 16 | 100, CurrentTime, (long)atom(&drag, "XdndActionCopy"));
    bool finished = false;
    while (!finished) {
        XNextEvent(drag.display, &event);
        if (event.type == SelectionRequest)
            answer(&drag, &event.xselectionrequest);
        else if (event.type == ClientMessage && event.xclient.message_type == atom(&drag, "XdndStatus"))
            tell(&drag, "XdndDrop", 0, CurrentTime, 0, 0);
        else if (event.type == ClientMessage && event.xclient.message_type == atom(&drag, "XdndFinished"))
            finished = true;
    }
    XCloseDisplay(drag.display);
    return 0;
}
