variable "names" {
  type = list(string)
}

resource "terraform_data" "one" {
  depends_on = concat([terraform_data.two], [])
  provider   = terraform[each.key]

  lifecycle {
    ignore_changes       = [input.*]
    replace_triggered_by = [var.names, terraform_data.two == terraform_data.three]
  }
}

resource "terraform_data" "two" {
  depends_on = ["terraform_data.${var.names[0]}"]

  provisioner "local-exec" {
    command    = "true"
    when       = delete
    on_failure = "ignore"
  }
}

resource "terraform_data" "three" {}
