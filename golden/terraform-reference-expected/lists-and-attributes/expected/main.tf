resource "terraform_data" "one" {}

resource "terraform_data" "two" {
  count      = 2
  depends_on = [terraform_data.one]
}

resource "terraform_data" "three" {
  depends_on = [
    terraform_data.one, # it comes first
    terraform_data.two, # and so does this
  ]

  lifecycle {
    ignore_changes       = [input]
    replace_triggered_by = [terraform_data.one]
  }
}
