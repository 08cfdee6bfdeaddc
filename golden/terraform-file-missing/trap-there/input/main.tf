locals {
  parent = file("${path.module}/child/a.txt")
  plain  = file("child/a.txt")
}

module "child" {
  source = "./child"
}
