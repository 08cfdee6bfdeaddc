variable "aws_region" {
  type        = string
  description = "Where everything is"
}

variable "replica_region" {
  type        = string
  description = "Region of the provider configuration aws.replica"
}
