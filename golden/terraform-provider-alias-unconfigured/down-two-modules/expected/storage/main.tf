variable "name" {
  type = string
}

module "copy" {
  source = "./copy"
  name   = var.name

  providers = {
    aws.replica = aws.replica
  }
}
