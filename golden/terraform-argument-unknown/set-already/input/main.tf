variable "region" {
  type    = string
  default = "eu-west-1"
  defualt = "eu-west-2"
}
