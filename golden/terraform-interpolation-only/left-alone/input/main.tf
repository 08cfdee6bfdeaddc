locals {
  path    = "${path.module}/files"
  pair    = "${var.a}${var.b}"
  escaped = "$${not_one}"
  notes   = ["${/* kept */ var.a}"]
  script  = <<-EOT
    ${var.script}
  EOT
  maybe   = "%{if var.a != ""}${var.a}%{endif}"
}
