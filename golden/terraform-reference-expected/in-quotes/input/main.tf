resource "terraform_data" "one" {
  provider = "terraform"

  lifecycle {
    ignore_changes = ["input"]
  }
}

resource "terraform_data" "two" {
  depends_on = ["terraform_data.one"]

  provisioner "local-exec" {
    command    = "true"
    when       = "destroy"
    on_failure = "continue"
  }
}
