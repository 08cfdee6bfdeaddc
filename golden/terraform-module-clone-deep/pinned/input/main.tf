module "m0" {
  source = "git::https://example.com/network.git?ref=v1.2.0"
}

module "m1" {
  source = "github.com/example/network//modules/a?ref=feature"
}
