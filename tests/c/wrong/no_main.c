int helper(void) { return 1; } /* !there is no function 'main' */
