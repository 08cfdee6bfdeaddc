variable "stage" {
  type = string
}

resource "terraform_data" "one" {
  input            = stage
  triggers_replace = [live, data.aws_region, var]
}
