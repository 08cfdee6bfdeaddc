module "rules" {
  source  = "../modules/rules"
  ingress = [{ port = 80 }]
  names   = ["a", "b"]
  zones   = [{ name = "a" }]
  labels  = data.external.labels.result
  subnets = module.network.subnets
}
