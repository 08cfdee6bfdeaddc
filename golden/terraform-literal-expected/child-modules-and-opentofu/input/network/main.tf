variable "stage" {
  type    = string
  default = "test"
}

terraform {
  backend "s3" {
    bucket = "state-${var.stage}"
    key    = "network"
    region = "eu-west-1"
  }
}
