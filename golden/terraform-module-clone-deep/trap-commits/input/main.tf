module "m0" {
  source = "git::https://example.com/network.git?ref=5f3d1c2"
}

module "m1" {
  source = "github.com/example/network?ref=51d462976d84fdea54b47d80dcabbf680badcdb8"
}
