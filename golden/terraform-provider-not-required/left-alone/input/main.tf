terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
    grafana = {
      source = "example/grafana"
    }
    dd = {
      source = "DataDog/datadog"
    }
  }
}

resource "grafana_folder" "main" {
  title = "main"
}

# By another local name.
resource "datadog_monitor" "cpu" {
  provider = dd
  name     = "CPU"
  type     = "metric alert"
  message  = "CPU is high"
  query    = "avg(last_5m):avg:aws.ec2.cpuutilization{*} > 90"
}

# HashiCorp's own is found.
resource "random_id" "suffix" {
  byte_length = 4
}
