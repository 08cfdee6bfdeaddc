module "m0" {
  source = "./modules/netwrok"
}

module "m1" {
  source = "../nowhere/at/all"
}

module "m2" {
  source = "foo/bar"
}

module "m3" {
  source = "example.com/foo"
}

module "m4" {
  source = "a/b/c/d"
}
