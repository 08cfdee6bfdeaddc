locals {
  own     = file("${path.module}/a.txt")
  sibling = file("${path.module}/../child/a.txt")
}
