resource "aws_route53_health_check" "variable" {
  type                            = var.type
  cloudwatch_alarm_name           = var.alarm_name
  cloudwatch_alarm_region         = "us-east-2"
  insufficient_data_health_status = "Healthy"
}

resource "aws_route53_health_check" "each" {
  for_each                        = var.checks
  type                            = each.value.type
  fqdn                            = each.value.fqdn
  cloudwatch_alarm_name           = each.value.alarm_name
  cloudwatch_alarm_region         = each.value.alarm_region
  insufficient_data_health_status = each.value.status
}

# Whatever the type turns out to be, this value fits none; which remedy is right depends on the type.
resource "aws_route53_health_check" "no_such_status" {
  type                            = var.type
  insufficient_data_health_status = "Failure"
}

# More likely meant for an alarm than for an endpoint.
resource "aws_route53_health_check" "no_such_type" {
  type                            = "CLOUDWATCH"
  cloudwatch_alarm_name           = var.alarm_name
  cloudwatch_alarm_region         = "us-east-2"
  insufficient_data_health_status = "Healthy"
}

variable "type" {
  type    = string
  default = "HTTP"
}

variable "alarm_name" {
  type    = string
  default = null
}

variable "checks" {
  type = map(object({
    type         = string
    fqdn         = optional(string)
    alarm_name   = optional(string)
    alarm_region = optional(string)
    status       = optional(string)
  }))
}
