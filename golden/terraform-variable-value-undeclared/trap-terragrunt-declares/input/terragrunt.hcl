generate "variables" {
  path      = "generated.tf"
  if_exists = "overwrite"
  contents  = <<-EOT
    variable "account" {
      type = string
    }
  EOT
}
