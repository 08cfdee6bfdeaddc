locals {
  template_file = templatefile("x.tpl", {})
}

output "text" {
  value = local.template_file
}
