module "rewritten" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v2.0.0"
  name   = "acme-rewritten"
}

module "queue" {
  source = "git::https://git.example.com/platform/modules.git//queue?ref=v1.9.0"
  name   = "acme-queue"
}
