module "ignored" {
  source = "./generated/network"
}

module "submodule" {
  source = "./vendor/network/sub"
}
