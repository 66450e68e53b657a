def act(cmd):
    match cmd.split():
        case ['go', d]:
            return f'going {d}'
        case ['get', *items] if items:
            return items
        case _:
            return None
print(act('go north'), act('get a b'), act('?'))
