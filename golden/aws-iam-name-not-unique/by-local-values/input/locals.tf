locals {
  project = "shop"
  ops     = "${local.project}-ops"
  viewer  = "viewer"
  owners  = ["a", "b"]
}
