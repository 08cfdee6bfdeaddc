variable "name" {
  description = "Name of the service"
  default     = "web"
}

variable "port" {
  default     = 8080
  description = "Port that the service listens on"
}

variable "enabled" {
  # Off in development.
  default = true
}

variable "zones" {
  default = ["us-east-2a", "us-east-2b"]
}

variable "sizes" {
  default = {
    web = 2
    api = 4
  }
}
