variable "server_count" {
  type        = number
  description = "Number of servers to start with"
}

variable "vpc_id" {
  description = "ID of the VPC"
  type        = string
}

variable "colour" {
  type        = string
  description = ""
}
