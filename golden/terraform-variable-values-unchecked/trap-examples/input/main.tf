variable "environment" {
  type        = string
  description = "Name of the environment, e.g. dev, staging or prod"
}

variable "region" {
  type        = string
  description = "A region such as eu-west-1 or us-east-1"
}

variable "name" {
  type        = string
  description = "Name of the service (without the prefix, see above)"
}

variable "location" {
  type        = string
  description = "Where the cluster is (zone or region)"
}
