class TreeNode:
    def __init__(self, val):
        self.val = val
        self.left = self.right = None
def insert(root, val):
    if root is None:
        return TreeNode(val)
    if val < root.val:
        root.left = insert(root.left, val)
    else:
        root.right = insert(root.right, val)
    return root
def inorder(root, acc):
    if root:
        inorder(root.left, acc)
        acc.append(root.val)
        inorder(root.right, acc)
    return acc
root = None
for v in [5, 2, 8, 1]:
    root = insert(root, v)
print(inorder(root, []))
