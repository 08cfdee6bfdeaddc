module "m0" {
  source = "git::https://example.com/network.git"
}

module "m1" {
  source = "github.com/example/network//modules/a"
}

module "m2" {
  source = "git@github.com:example/network.git?ref=main"
}

module "m3" {
  source = "git::ssh://git@example.com/network.git?ref=develop"
}

module "m4" {
  source = "hg::http://example.com/network.hg?rev=default"
}

module "m5" {
  source = "bitbucket.org/example/network?depth=1"
}
