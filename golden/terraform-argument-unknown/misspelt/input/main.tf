variable "region" {
  type       = string
  defualt    = "eu-west-1"
  descripton = "Where it runs."
}

resource "terraform_data" "one" {
  input = var.region

  lifecycle {
    prevent_destory = true
  }
}
