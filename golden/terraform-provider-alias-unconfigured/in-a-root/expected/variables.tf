variable "aws_region" {
  type        = string
  description = "Where everything is"
}

variable "replica_region" {
  type        = string
  description = "Region of the provider configuration aws.replica"
}

variable "us_east_1_region" {
  type        = string
  description = "Region of the provider configuration aws.us-east-1"
  default     = "us-east-1"
}
