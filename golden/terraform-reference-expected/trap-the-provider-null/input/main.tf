module "child" {
  source    = "./child"
  providers = { null = null }
}

resource "null_resource" "here" {
  provider = null
}
