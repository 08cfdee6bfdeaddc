resource "terraform_data" "one" {
  lifecycle {
    ignore_changes       = ["*"]
    replace_triggered_by = ["terraform_data.two.id", "x"]
  }
}

resource "terraform_data" "two" {
  lifecycle {
    ignore_changes = ["*", input]
  }
}

terraform {
  language = "TF2021"
}
