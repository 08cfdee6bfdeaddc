locals {
  services = {
    web = { port = 80 }
    api = { port = 8080 }
  }
}

resource "terraform_data" "service" {
  for_each = local.services

  input = "${each.key}:${each.value.prot}"
}

output "port" {
  value = local.services.wbe.port
}
