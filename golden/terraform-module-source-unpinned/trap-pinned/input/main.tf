module "m0" {
  source = "git::https://example.com/network.git?ref=v1.2.0"
}

module "m1" {
  source = "git::https://example.com/network.git//modules/a?depth=1&ref=feature"
}

module "m2" {
  source = "github.com/example/network?ref=5f3d1c2"
}

module "m3" {
  source = "hg::http://example.com/network.hg?rev=1.0"
}
