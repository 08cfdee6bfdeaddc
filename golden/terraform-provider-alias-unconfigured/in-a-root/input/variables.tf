variable "aws_region" {
  type        = string
  description = "Where everything is"
}
