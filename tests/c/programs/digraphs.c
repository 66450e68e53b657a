%:include <stdio.h>
%:define JOIN(a, b) a %:%: b
int main(void)
<%
    int list<:3:> = <%1, 2, 3%>;
    printf("%d\n", JOIN(li, st)<:1:>);
    return 0;
%>
