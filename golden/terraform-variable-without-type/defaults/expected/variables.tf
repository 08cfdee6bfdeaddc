variable "name" {
  type        = string
  description = "Name of the service"
  default     = "web"
}

variable "port" {
  type        = number
  default     = 8080
  description = "Port that the service listens on"
}

variable "enabled" {
  type = bool
  # Off in development.
  default = true
}

variable "zones" {
  type    = list(string)
  default = ["us-east-2a", "us-east-2b"]
}

variable "sizes" {
  type = map(number)
  default = {
    web = 2
    api = 4
  }
}
