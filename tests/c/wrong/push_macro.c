#define SIZE 5
#pragma push_macro("SIZE") /* !'#pragma push_macro' is not supported */

int main(void)
{
    return SIZE;
}
