variable "vpc_id" {
  description = "ID of the VPC"
  type        = string
}

variable "private_subnet_cidrs" {
  description = "CIDR blocks of the private subnets"
  type        = list(string)
}

variable "environment" {
  description = "Name of the environment"
  type        = string

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "The environment is dev or prod."
  }
}

variable "sizes" {
  description = "Types of the instances"
  type = object({
    worker = string
    number = optional(number, 1)
  })
}

variable "tags" {
  description = "Tags to put on the resources"
  type        = map(string)
}

variable "retention" {
  description = "Days to keep logs"
  type        = number
  default     = 30
}
