//! Order statistics and runs over frames.

/// Returns the `share` quantile (0 to 1) with linear interpolation between neighbours; 0 of nothing.
pub fn quantile(values: &[f32], share: f64) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    let mut values = values.to_vec();
    let at = share * (values.len() - 1) as f64;
    let low = at.floor() as usize;
    let (_, &mut below, above) = values.select_nth_unstable_by(low, f32::total_cmp);
    let below = f64::from(below);
    let next = above.iter().copied().min_by(f32::total_cmp).map_or(below, f64::from);
    below + (next - below) * (at - low as f64)
}

/// Returns the mean of the `count` lowest values (of all when there are fewer), summed in the order of the slice.
pub fn mean_of_lowest(values: &[f32], count: usize) -> f64 {
    if values.is_empty() || count == 0 {
        return 0.0;
    }
    let count = count.min(values.len());
    let mut sorted = values.to_vec();
    let (_, &mut limit, _) = sorted.select_nth_unstable_by(count - 1, f32::total_cmp);
    let (mut sum, mut below) = (0.0f64, 0usize);
    for &value in values {
        if value < limit {
            sum += f64::from(value);
            below += 1;
        }
    }
    (sum + f64::from(limit) * (count - below) as f64) / count as f64
}

/// Returns the runs of frames where `mask` is `wanted`, as start and end (exclusive).
pub fn runs(mask: &[bool], wanted: bool) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut start = None;
    for (index, &set) in mask.iter().enumerate() {
        match (set == wanted, start) {
            (true, None) => start = Some(index),
            (false, Some(from)) => {
                runs.push((from, index));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        runs.push((from, mask.len()));
    }
    runs
}

/// Fills inner gaps shorter than `close` frames, then drops runs shorter than `drop` frames.
pub fn clean_mask(mask: &mut [bool], close: usize, drop: usize) {
    for (start, end) in runs(mask, false) {
        if start > 0 && end < mask.len() && end - start < close {
            mask[start..end].fill(true);
        }
    }
    for (start, end) in runs(mask, true) {
        if end - start < drop {
            mask[start..end].fill(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_interpolate_like_numpy() {
        // numpy.percentile([3, 1, 2, 10], [0, 50, 95, 100]) = [1, 2.5, 8.95, 10]
        let values = [3.0, 1.0, 2.0, 10.0];
        for (share, value) in [(0.0, 1.0), (0.5, 2.5), (0.95, 8.95), (1.0, 10.0)] {
            assert!((quantile(&values, share) - value).abs() < 1e-12, "{share}");
        }
        assert_eq!(mean_of_lowest(&values, 3), 2.0);
        assert_eq!(mean_of_lowest(&[1.0, 1.0, 1.0, 5.0], 2), 1.0);
        assert_eq!(mean_of_lowest(&[4.0], 3), 4.0);
    }

    #[test]
    fn gaps_close_before_short_runs_drop_and_the_edges_stay() {
        let mut mask: Vec<bool> = "..##.##....#..".chars().map(|c| c == '#').collect();
        clean_mask(&mut mask, 2, 3);
        let text: String = mask.iter().map(|&set| if set { '#' } else { '.' }).collect();
        assert_eq!(text, "..#####.......");
    }
}
