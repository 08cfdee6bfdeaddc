module "m0" {
  source = "git::https://example.com/network.git?ref=trunk"
}

module "m1" {
  source = "git::https://example.com/network.git?ref=feature"
}

module "m2" {
  source = "git::https://example.com/network.git?ref=v1.2.0"
}

module "m3" {
  source = "git::https://example.com/network.git?ref=network/v1.2.0-rc.1"
}
